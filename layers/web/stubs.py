"""What Streamlit is given for a component's script: a stub that finds the program and hands over.

Streamlit runs a component's script from the text it is sent. Ours come from an address instead
(``layers.web.assets``), which the browser keeps, and which all components of a page share.
"""

from layers.web.assets import PROGRAM

# Streamlit takes a `js` of one line for a path.
_HOSTED = """
const ahead = {{ address: null, answer: null }}; // asked for while the program comes

export default function (component) {{
  const {{ scene: address }} = component.data;
  if (address && address !== ahead.address) {{
    Object.assign(ahead, {{ address, answer: fetch(address, {{ cache: "no-store" }}) }});
  }}
  const {{ answer }} = ahead;
  const base = new URL(component.data.base, document.baseURI).href;
  const host = component.parentElement.querySelector("{host}");
  const mounted = import(`${{base}}{program}`)
    .then(({{ modules }}) => modules["{module}"].host(component, host, base, answer));
  mounted.catch((error) => {{
    host.textContent = `{what} did not load: ${{error.message}}. Reload the page; if that does not`
      + " help, start Dateline again.";
  }});
  return () => mounted.then((unmount) => unmount(), () => {{}});
}}
"""
_CALLED = """
export default function (component) {{
  const called = import(new URL(`${{component.data.base}}{program}`, document.baseURI).href)
    .then(({{ modules }}) => modules["{module}"].{function}(component));
  return () => called.then((end) => end?.());
}}
"""


def hosted(module: str, host: str, what: str) -> str:
    """Write the stub of a component that fills an element.

    Parameters
    ----------
    module
        Its module in ``static/web``, which exports ``host(component, element, base, answer)`` and
        gives a Promise of what takes everything away; ``answer`` is that of the scene's address,
        where the component's ``data`` has one.
    host
        Selector of the element.
    what
        Names it at the beginning of a sentence, for when the program does not come.
    """
    return _HOSTED.format(module=module, host=host, what=what, program=PROGRAM)


def called(module: str, function: str) -> str:
    """Write the stub of a component without a face: a function of a module is called with it.

    The function may give another one, which is called when the component goes.
    """
    return _CALLED.format(module=module, function=function, program=PROGRAM)
