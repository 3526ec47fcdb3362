/** Monaco’s own words; it looks them up as soon as it is loaded. */
import 'monaco-editor/nls/lang/de';
