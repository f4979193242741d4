// The theme of the page around the desk: Streamlit's own parts follow the desk's switch, and the choice is kept.

const KEY = "dateline-theme";
const BASE = { light: 0, dark: 1 }; // BaseTheme of Streamlit's CustomThemeConfig
let dressed = "light"; // as .streamlit/config.toml has it

/** The theme that this browser was last given; storage may be shut to us. */
export function keptTheme() {
  try {
    return localStorage.getItem(KEY) === "dark" ? "dark" : "light";
  } catch {
    return dressed;
  }
}

function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A private window forgets it; that is what it is for.
  }
}

/**
 * Give the page a theme, by the message that Streamlit takes from a page that embeds it (client.allowedOrigins).
 *
 * @param theme   "light" or "dark"
 * @param tokens  colours of that theme, from data/style.json
 */
export function dressPage(theme, tokens) {
  keep(theme);
  document.documentElement.dataset.dateline = theme;
  if (theme === dressed) return;
  dressed = theme;
  const fonts = "'Noto Sans', 'Noto Sans KR', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif";
  const themeInfo = {
    base: BASE[theme], primaryColor: tokens.ink, backgroundColor: tokens.paper, secondaryBackgroundColor: tokens.panel,
    textColor: tokens.ink, borderColor: tokens.rule, linkColor: tokens.planned, baseRadius: "3px", showWidgetBorder: true,
    bodyFont: fonts, headingFont: fonts, baseFontSize: 15,
  };
  window.postMessage({ stCommVersion: 1, type: "SET_CUSTOM_THEME_CONFIG", themeName: "Dateline", themeInfo }, window.location.origin);
}

/** Dress the page as it was last; a component's `data` are the tokens of both themes. */
export function dressAs({ data }) {
  const theme = keptTheme();
  dressPage(theme, data[theme]);
}
