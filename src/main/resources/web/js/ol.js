/** OpenLayers comes as a classic script with one global; this is the only module that knows. */
export default window.ol;
