// The way back: from a headline to its claims to a sentence, and with Esc step by step to where one came from.

const same = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

/**
 * Steps of a reader through the selection.
 *
 * @param root   the desk's element
 * @param state  the shared store
 */
export function createTrail(root, state) {
  let steps = [];

  /** Where the focus is: a panel and the key of an element in it, which may be drawn anew meanwhile. */
  const here = () => {
    const { activeElement } = root.getRootNode();
    const keyed = root.contains(activeElement) ? activeElement.closest("[data-key]") : null;
    return keyed && { panel: keyed.closest("section, aside, footer"), key: keyed.dataset.key };
  };

  const focus = (place) => {
    const all = place ? [...place.panel.querySelectorAll("[data-key]")] : [];
    all.find((each) => each.dataset.key === place.key && each.checkVisibility())?.focus();
  };

  return {
    /**
     * Select what `ref` names, and remember where this was done.
     *
     * From one claim to another is the same step: the way back leads to where the first was come from.
     */
    step(ref) {
      const from = state.get().selection;
      const last = steps.at(-1);
      if (last && !same(last.to, from)) steps = [];
      if (steps.length > 0 && last.to.kind === ref.kind) {
        if (!same(last.to, ref)) last.place = here();
        last.to = ref;
      } else {
        steps.push({ from: same(from, ref) ? null : from, to: ref, place: here() });
      }
      state.set({ selection: ref });
    },
    /** One step back; false where there is none, or where the selection was changed on another way. */
    back() {
      const last = steps.pop();
      if (!last || !same(last.to, state.get().selection)) {
        steps = [];
        return false;
      }
      state.set({ selection: last.from });
      requestAnimationFrame(() => focus(last.place));
      return true;
    },
    /** Whether there is a step to go back. */
    open: () => steps.length > 0 && same(steps.at(-1).to, state.get().selection),
  };
}
