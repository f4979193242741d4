// Acts on a briefing on their way to the server: numbered, kept until it says that they are done, lost in no case.

const TYPED = new Set(["rename", "annotate", "reword"]);
const about = ({ name, step, at }) => `${name} ${step} ${at}`;

/**
 * @param send  takes {mount, acts}: all acts that are not done yet
 * @returns {{act(name, detail), type(name, detail), flush(), done(told), pending(), waiting()}}
 */
export function createActs(send) {
  const mount = `${Date.now()}-${Math.random().toString(36).slice(2)}`; // a page that is opened anew counts anew
  const PAUSE_MS = 600;
  let seq = 0;
  let acts = [];
  let typed = null;
  let timer = 0;

  const push = (act) => {
    seq += 1;
    acts.push({ ...act, seq });
    send({ mount, acts: [...acts] });
  };

  const flush = () => {
    clearTimeout(timer);
    const act = typed;
    typed = null;
    if (act) push(act);
  };

  return {
    /** Ask for an act, after what is being typed. */
    act(name, detail = {}) {
      flush();
      push({ name, ...detail });
    },
    /** Ask for what is being typed, when the typing rests. */
    type(name, detail) {
      const act = { name, ...detail };
      if (!TYPED.has(name)) throw new Error(`${name} is not typed`);
      if (typed && about(typed) !== about(act)) flush();
      typed = act;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    flush,
    /** The server's word on what it has done: {mount: seq}. */
    done(told) {
      const last = told?.[mount] ?? 0;
      acts = acts.filter((act) => act.seq > last);
    },
    /** Whether acts are on their way. */
    pending: () => acts.length > 0,
    /** Whether acts are on their way, or something is being typed. */
    waiting: () => acts.length > 0 || typed !== null,
  };
}
