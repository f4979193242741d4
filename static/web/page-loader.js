// The first script of an exported file: unpacks style and program, which stand in the file compressed.
//
// Each is put into an element of its own, which the file's Content-Security-Policy allows by the hash of its text. A
// plain script, no module: it is written into the page as it stands.

(() => {
  /** Text of a block of the page: base64 of gzip. */
  async function unpack(id) {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  async function add(tag, id) {
    const element = document.createElement(tag);
    element.textContent = await unpack(id);
    document.head.append(element);
  }

  async function start() {
    await add("style", "style");
    await add("script", "program");
    window.dateline.openPage(unpack);
  }

  start().catch((error) => {
    document.getElementById("host").textContent = `This map did not open: ${error.message}. It needs Chrome or Edge 80,`
      + " Firefox 113 or Safari 16.4, or later.";
  });
})();
