/**
 * Draws the craft's symbols by WebGL 2, all of them in one call. Each is a square cut from one texture of the same
 * pictures that the canvas copies, in each direction, put on whole pixels: both ways look the same.
 */

import {Atlas} from './atlas.js';

const VERTEX = `#version 300 es
layout(location = 0) in vec4 symbol; // left and top on the screen, left and top in the texture
uniform vec4 sizes; // of the screen, width and height; of a picture; of the texture
out vec2 at;
void main() {
  vec2 corner = sizes.z * vec2(gl_VertexID & 1, gl_VertexID >> 1);
  at = (symbol.zw + corner) / sizes.w;
  gl_Position = vec4((symbol.xy + corner) / sizes.xy * vec2(2, -2) + vec2(-1, 1), 0, 1);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D pictures;
in vec2 at;
out vec4 colour;
void main() { colour = texture(pictures, at); }`;

const NUMBERS = 4;

/** Symbols on a canvas of their own, over that of the speed vectors and under all that is drawn over symbols. */
export class WebglSymbols {
  /** Null where there is no WebGL 2, or none but a slow one and `fast` is asked for. `lost` is called when it is taken away. */
  static begin(layer, fast, lost) {
    const canvas = layer.canvas('symbols');
    const gl = canvas.getContext('webgl2', {antialias: false, depth: false, failIfMajorPerformanceCaveat: fast});
    if (!gl) {
      canvas.remove();
      return null;
    }
    canvas.addEventListener('webglcontextlost', lost);
    const vectors = layer.canvas('vectors');
    layer.over.before(vectors, canvas);
    return new WebglSymbols(gl, vectors);
  }

  constructor(gl, vectors) {
    this.gl = gl;
    this.vectors = vectors;
    this.symbols = new Float32Array(0);
    const program = linked(gl);
    gl.useProgram(program);
    this.sizes = gl.getUniformLocation(program, 'sizes');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, NUMBERS, gl.FLOAT, false, 0, 0);
    gl.vertexAttribDivisor(0, 1);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Shown or only unseen: a canvas that is taken out of the page would lose its context. */
  show(isShown) {
    for (const canvas of [this.gl.canvas, this.vectors]) canvas.style.opacity = isShown ? 1 : 0;
  }

  get isLost() {
    return this.gl.isContextLost();
  }

  /** Draws the symbols of what is in view; false when it cannot. */
  draw(layer, frame) {
    const {gl} = this;
    if (this.atlas?.sprites !== layer.sprites) this.atlas = new Atlas(gl, layer.sprites);
    while (!this.place(layer, frame.ratio)) if (!this.atlas.grow()) return false;
    const {width, height} = this.fit(frame);
    gl.uniform4f(this.sizes, width, height, layer.sprites.side, this.atlas.size);
    gl.bufferData(gl.ARRAY_BUFFER, this.symbols, gl.STREAM_DRAW, 0, layer.count * NUMBERS);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, layer.count);
    return !this.isLost;
  }

  /** The canvas, empty and as large as the map. */
  fit(frame) {
    const {gl} = this;
    const {canvas} = gl;
    const width = Math.round(frame.width * frame.ratio);
    const height = Math.round(frame.height * frame.ratio);
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, {width, height});
      gl.viewport(0, 0, width, height);
    }
    gl.clear(gl.COLOR_BUFFER_BIT);
    return canvas;
  }

  /** Writes where each symbol is and where its picture; false when a picture has no room. */
  place(layer, ratio) {
    if (this.symbols.length < layer.drawn.length * NUMBERS) this.symbols = new Float32Array(layer.drawn.length * NUMBERS);
    const {atlas, symbols} = this;
    const half = layer.sprites.side / 2;
    for (let i = 0, at = 0; i < layer.count; i++) {
      const cell = atlas.cell(layer.symbolAt(i));
      if (cell < 0) return false;
      symbols[at++] = Math.round(layer.px[i] * ratio - half);
      symbols[at++] = Math.round(layer.py[i] * ratio - half);
      symbols[at++] = atlas.left(cell);
      symbols[at++] = atlas.top(cell);
    }
    return true;
  }
}

function linked(gl) {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  return program;
}
