/** One WebGL texture that holds the pictures of symbols, each in a cell that it gets when it is first needed. */

const FIRST_SIZE = 1024;

/** Holds each symbol in each state and direction on the densest screen. */
const LARGEST_SIZE = 8192;

/** The pictures of one palette and one pixel ratio, in the texture that is bound. */
export class Atlas {
  constructor(gl, sprites) {
    this.gl = gl;
    this.sprites = sprites;
    this.begin(FIRST_SIZE);
  }

  /** An empty texture of so many pixels a side. */
  begin(size) {
    const {gl} = this;
    this.size = size;
    this.across = Math.floor(size / this.sprites.side);
    this.cells = new Map();
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, size, size, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  }

  /** Begins anew with more room; false when the machine has no larger textures. */
  grow() {
    if (this.size * 2 > Math.min(LARGEST_SIZE, this.gl.getParameter(this.gl.MAX_TEXTURE_SIZE))) return false;
    this.begin(this.size * 2);
    return true;
  }

  /** The number of a picture's cell, or -1 when there is no room for it. */
  cell(key) {
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const cell = this.cells.size;
    if (cell === this.across * this.across) return -1;
    const {gl} = this;
    gl.texSubImage2D(gl.TEXTURE_2D, 0, this.left(cell), this.top(cell), gl.RGBA, gl.UNSIGNED_BYTE, this.sprites.picture(key));
    this.cells.set(key, cell);
    return cell;
  }

  left(cell) {
    return cell % this.across * this.sprites.side;
  }

  top(cell) {
    return Math.floor(cell / this.across) * this.sprites.side;
  }
}
