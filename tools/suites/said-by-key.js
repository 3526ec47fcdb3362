/** Attributes whose value is shown or read out. */
const TOLD = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);
/** Elements whose text is code, or none. */
const CODE = new Set(['code', 'pre', 'samp', 'kbd', 'script', 'style', 'tspan']);
/** A name that no language translates. */
const NAMES = /\b(?:Leaklab|Pyodide|Python|Pagefind|MiB|kB)\b/g;

/** @param {string} text */
const hasWord = (text) => /\p{L}{2,}/u.test(text.replace(NAMES, ''));
/** A sentence, or the beginning of one: not a name, a selector or a class. @param {string} text */
const isSentence = (text) => /^\s*\p{Lu}[\p{L}’]*[,:]? (?:.*\s)?\p{Ll}{2,}/u.test(text.replace(NAMES, 'x'));

/**
 * An ESLint rule: what a page says comes from a dictionary of `src/words`. It sees text in markup, attributes that are
 * read out, and strings that begin as sentences do, but for those that only a mistake of ours throws.
 * @type {import('eslint').Rule.RuleModule}
 */
export const saidByKey = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { loose: 'Say it by a key of src/words: {{text}}' },
  },
  create(context) {
    /** @param {any} node @param {string} text */
    const report = (node, text) =>
      context.report({ node, messageId: 'loose', data: { text: JSON.stringify(text.trim().slice(0, 60)) } });

    /** @param {any} node */
    function inCode(node) {
      for (let at = node.parent; at; at = at.parent) {
        const name = at.name?.name ?? at.openingElement?.name?.name;
        if (CODE.has(name)) return true;
      }
      return false;
    }
    /** @param {any} node */
    function thrown(node) {
      for (let at = node.parent; at; at = at.parent) {
        if (at.type === 'ThrowStatement') return true;
        if (/Function|Declaration|Program/.test(at.type)) return false;
      }
      return false;
    }
    /** @param {any} node */
    function markup(node) {
      if (hasWord(node.value) && !inCode(node)) report(node, node.value);
    }
    /** @param {any} node @param {string} text */
    function attribute(node, text) {
      const name = node.key?.name ?? node.name?.name;
      if (TOLD.has(name) && hasWord(text)) report(node, text);
    }
    /** @param {any} node @param {string} text */
    function string(node, text) {
      if (isSentence(text) && !thrown(node) && !/^(Import|Export)/.test(node.parent.type)) report(node, text);
    }

    return {
      SvelteText: markup,
      JSXText: markup,
      SvelteAttribute: (/** @type {any} */ node) =>
        attribute(
          node,
          node.value
            .map((/** @type {any} */ part) => (part.type === 'SvelteLiteral' ? part.value : ''))
            .join(' '),
        ),
      JSXAttribute: (/** @type {any} */ node) =>
        attribute(node, typeof node.value?.value === 'string' ? node.value.value : ''),
      Literal: (/** @type {any} */ node) => {
        if (typeof node.value === 'string' && node.parent.type !== 'JSXAttribute') string(node, node.value);
      },
      TemplateLiteral: (/** @type {any} */ node) =>
        string(node, node.quasis.map((/** @type {any} */ quasi) => quasi.value.cooked).join('0')),
    };
  },
};
