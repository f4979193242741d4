// The first script of an exported file: unpacks the program, which stands in the file compressed, and runs it.
//
// The program is put into a script element; the file's Content-Security-Policy allows it by the hash of its text. A
// plain script, no module: it is written into the page as it stands.

(() => {
  /** Text of a block of the page: base64 of gzip. */
  async function unpack(id) {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  async function start() {
    const program = document.createElement("script");
    program.textContent = await unpack("program");
    document.head.append(program);
    window.dateline.openPage(unpack);
  }

  start().catch((error) => {
    document.getElementById("host").textContent = `This map did not open: ${error.message}. It needs Chrome or Edge 80,`
      + " Firefox 113 or Safari 16.4, or later.";
  });
})();
