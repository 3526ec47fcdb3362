import { words } from '#words/report';
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/print.css';
import './offline.css';
import { readReport } from './read-report.ts';
import ReportView from './ReportView.svelte';

/** The script of the file that `leaklab --html` writes: draws the report that stands in it. */
const target = document.querySelector('main');
const text = document.querySelector('#judgement')?.textContent ?? '';
const read = readReport(words.thisFile, new TextEncoder().encode(text));
if (target && read.kind === 'report') {
  document.title = `${read.judgement.verdict.headline} · Leaklab`;
  mount(ReportView, { target, props: { judgement: read.judgement } });
} else if (target) {
  target.textContent = read.kind === 'refused' ? read.sentence : '';
}
