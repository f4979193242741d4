// The browser's end of the wire: questions to the server, and their answers, apart from the scene.

import { unlessGone } from "./leaving.js";

/** One wire a page: the component that Streamlit mounts attaches itself, the desk asks. */
function createWire() {
  let send = null;
  let seq = 0;
  let waiting = null; // {seq, resolve}

  return {
    /** Streamlit calls the component again with every answer; gives the way to let go of one that is gone. */
    attach({ data, setStateValue, parentElement }) {
      const mine = unlessGone((question) => setStateValue("question", question));
      send = mine;
      const { answer } = data ?? {};
      if (answer && answer.seq === waiting?.seq) {
        waiting.resolve(answer);
        waiting = null;
      }
      return () => {
        if (send === mine && !parentElement?.isConnected) send = null;
      };
    },
    /**
     * Ask the server; an answer that a later question has overtaken is null, and without a server it is undefined.
     *
     * @param question  JSON object
     * @returns {Promise<object|null|undefined>}
     */
    ask(question) {
      if (!send) return Promise.resolve(undefined);
      waiting?.resolve(null);
      seq = Math.max(seq + 1, Date.now()); // goes on rising over a reload, whose session knows the last question
      return new Promise((resolve) => {
        waiting = { seq, resolve };
        send({ ...question, seq });
      });
    },
  };
}

export const wire = createWire();

/** What Streamlit's component calls: see `attach` above. */
export const attach = (component) => wire.attach(component);
