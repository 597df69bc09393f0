import { addressOf } from './asset';

/** Of every page. One file, light and dark. */
export const style = `
:root {
  --paper: #fbfaf8; --card: #ffffff; --ink: #1d2129; --soft: #667080; --line: #e6e3dd; --hover: #f4f2ee;
  --accent: #2f4fd0; --accent-ink: #ffffff; --accent-wash: #e9edfc;
  --good: #1d6f4a; --good-wash: #e3f3ea; --warm: #8a5a00; --warm-wash: #fcf0d8; --bad: #a92b2b; --bad-wash: #fbe6e4;
  --quiet-wash: #efedea; --shadow: 0 1px 2px rgb(20 20 40 / .05), 0 4px 16px rgb(20 20 40 / .04);
  --radius: 10px;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14161a; --card: #1c1f25; --ink: #e8e9ec; --soft: #98a1af; --line: #2e333c; --hover: #23272f;
    --accent: #93a8ff; --accent-ink: #10142a; --accent-wash: #262d4d;
    --good: #74d0a3; --good-wash: #1a3529; --warm: #ecc06c; --warm-wash: #3a2e15; --bad: #f29a93; --bad-wash: #40211f;
    --quiet-wash: #2a2e36; --shadow: none;
    color-scheme: dark;
  }
}
[hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
  font-feature-settings: "tnum" 1, "cv05" 1; text-rendering: optimizeLegibility;
}
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.02em; margin: 0; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1rem; line-height: 1.3; letter-spacing: -.005em; margin: 0 0 .9rem; font-weight: 650; }
p { margin: 0 0 .8rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
pre { background: var(--quiet-wash); border-radius: var(--radius); padding: .8rem 1rem; overflow-x: auto; margin: 0; }
.lead { color: var(--soft); font-size: 1.05rem; margin: .35rem 0 1.4rem; }
.sub { color: var(--soft); font-size: .86rem; }
.hidden, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; left: 1rem; top: .6rem; background: var(--card); padding: .4rem .8rem; z-index: 2; }
.nowrap { white-space: nowrap; }

.bar { max-width: 71rem; margin: 0 auto; padding: 0 1.5rem; display: flex; align-items: center; gap: 1.75rem; flex-wrap: wrap; }
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top .bar { min-height: 3.5rem; }
.brand { display: inline-flex; align-items: center; gap: .6rem; font-weight: 700; letter-spacing: -.015em; color: var(--ink); text-decoration: none; }
.mark { width: 1.1rem; height: 1.1rem; border-radius: 50%; border: .28rem solid var(--accent); border-right-color: transparent; transform: rotate(-45deg); }
.top nav { display: flex; gap: .25rem; flex: 1; }
.top nav a { color: var(--soft); text-decoration: none; padding: .3rem .7rem; border-radius: 7px; font-size: .94rem; }
.top nav a:hover { background: var(--hover); color: var(--ink); }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; background: var(--quiet-wash); }
.who { display: flex; align-items: center; gap: .9rem; font-size: .88rem; color: var(--soft); }
.who strong { color: var(--ink); font-weight: 600; }

.virtual { background: var(--warm-wash); color: var(--warm); font-size: .9rem; border-bottom: 1px solid color-mix(in srgb, var(--warm) 20%, transparent); }
.virtual .bar { min-height: 2.75rem; padding-block: .35rem; justify-content: space-between; gap: .5rem 1.75rem; }
.virtual p { margin: 0; }
.virtual form { display: flex; align-items: center; gap: .4rem; flex-wrap: wrap; }
.virtual .label { margin-right: .3rem; }
.virtual button { white-space: nowrap; color: inherit; background: transparent; border-color: color-mix(in srgb, var(--warm) 40%, transparent); padding: .15rem .65rem; font-size: .86rem; }
.virtual button:hover { background: color-mix(in srgb, var(--warm) 12%, transparent); }

main { max-width: 71rem; margin: 0 auto; padding: 2.2rem 1.5rem 5rem; }
section + section, .card + section { margin-top: 1.5rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.35rem 1.5rem; box-shadow: var(--shadow); }
.card > :last-child { margin-bottom: 0; }
.narrow { max-width: 30rem; margin: 8vh auto 0; }
.narrow form + .sub:not(.below) { margin-top: .9rem; }
.narrow h1 { margin-bottom: .9rem; font-size: 1.5rem; }
.path { font-size: .88rem; color: var(--soft); margin-bottom: .7rem; }
.path a { color: inherit; text-decoration: none; }
.path a:hover { color: var(--ink); text-decoration: underline; }
.title { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; margin-bottom: 1.4rem; }
.title .lead { margin-bottom: 0; }
.title > .badge { font-size: .9rem; padding: .25rem .8rem; margin-top: .3rem; }

.badge { display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; letter-spacing: .005em; white-space: nowrap; }
.badge::first-letter { text-transform: uppercase; }
.badge.quiet { background: var(--quiet-wash); color: var(--soft); }
.badge.good { background: var(--good-wash); color: var(--good); }
.badge.warm { background: var(--warm-wash); color: var(--warm); }
.badge.bad { background: var(--bad-wash); color: var(--bad); }
.badge.accent { background: var(--accent-wash); color: var(--accent); }

button, .button {
  font: inherit; font-size: .92rem; font-weight: 600; line-height: 1.4; cursor: pointer; display: inline-block; text-decoration: none;
  padding: .42rem .95rem; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--ink);
}
button:hover, .button:hover { background: var(--hover); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
button.primary:hover { background: color-mix(in srgb, var(--accent) 88%, black); }
button.link { border: 0; background: none; padding: 0; font-weight: 500; color: var(--soft); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; font-size: .88rem; }
button.link:hover { color: var(--ink); }
button.wide, .panel button.primary, .panel button.plain { width: 100%; }
label { display: block; font-size: .86rem; color: var(--soft); margin-bottom: .6rem; }
input[type=checkbox] { width: 1.05rem; height: 1.05rem; margin: .18rem 0 0; accent-color: var(--accent); }
input:not([type=hidden], [type=checkbox]), select { display: block; width: 100%; margin-top: .2rem; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .4rem .6rem; }
.alert { background: var(--bad-wash); color: var(--bad); border-radius: var(--radius); padding: .8rem 1.1rem; margin: 0 0 1.4rem; }
.alert a { color: inherit; }
.news { background: var(--good-wash); color: var(--good); border-radius: var(--radius); padding: .8rem 1.1rem; margin: 0 0 1.4rem; }
.below { border-top: 1px solid var(--line); margin-top: 1.1rem; padding-top: .8rem; }
progress { --used: var(--good); appearance: none; display: block; width: 100%; height: .5rem; margin: 0 0 .6rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--quiet-wash); }
progress.low { --used: var(--warm); } progress.exhausted { --used: var(--bad); }
progress::-webkit-progress-bar { background: var(--quiet-wash); }
progress::-webkit-progress-value { background: var(--used); } progress::-moz-progress-bar { background: var(--used); }
.empty { color: var(--soft); border: 1px dashed var(--line); border-radius: var(--radius); padding: 2rem; text-align: center; }
.card .empty { padding: 1rem; }

.tabs { display: flex; gap: 1.4rem; border-bottom: 1px solid var(--line); margin: 0 0 1.6rem; overflow-x: auto; }
h1 + .tabs { margin-top: 1.2rem; }
.tabs a { padding: .5rem 0; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; margin-bottom: -1px; font-size: .95rem; white-space: nowrap; }
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
.count { color: var(--soft); font-weight: 500; margin-left: .2rem; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
.card .scroll { border: 0; box-shadow: none; margin-inline: -.6rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
.list th { text-align: left; font-size: .78rem; font-weight: 600; color: var(--soft); padding: .7rem 1.1rem .55rem; white-space: nowrap; }
.list td { padding: .7rem 1.1rem; border-top: 1px solid var(--line); vertical-align: baseline; }
.list td .sub { display: block; white-space: nowrap; }
.list.due { table-layout: fixed; min-width: 44rem; }
.list.due .choice { width: 2.7rem; padding-right: 0; vertical-align: top; }
.list.due th.customer { width: 28%; } .list.due th.product { width: 27%; } .list.due th.lastday { width: 15%; } .list.due th.stage { width: 13%; }
.list td .sub.wrap { white-space: normal; }
.choose { position: sticky; bottom: 0; display: flex; justify-content: flex-end; align-items: center; gap: .6rem 1.2rem; flex-wrap: wrap; background: var(--paper); border-top: 1px solid var(--line); padding: .8rem 0; margin-top: 1.5rem; }
.choose p { margin: 0; }
.list.reminders td p { margin: 0 0 .3rem; } .list.reminders td p:last-child { margin: 0; }
.list.reminders td:first-child { width: 11rem; }
.list.reminders td a.sub { display: inline; margin-left: .3rem; }
.list.notices { min-width: 40rem; }
.list.history code { overflow-wrap: anywhere; }
.list tr:target { background: var(--accent-wash); }
.list td .sub.bad { color: var(--bad); } .list td .sub.warm { color: var(--warm); }
.list tbody tr:hover { background: var(--hover); }
.list .main { font-weight: 600; color: var(--ink); text-decoration: none; }
.list tr:hover .main { color: var(--accent); text-decoration: underline; }
.list .number { text-align: right; white-space: nowrap; }
.card .list th, .card .list td { padding-inline: .6rem; }
.more { text-align: center; margin-top: 1.4rem; }

.lineage { list-style: none; display: flex; gap: .5rem; padding: 2px 2px .4rem; margin: 0 0 1.2rem; overflow-x: auto; }
.lineage li { border: 1px solid var(--line); border-radius: 8px; background: var(--card); flex: none; }
.lineage li[aria-current], .lineage a { display: flex; align-items: center; gap: .7rem; padding: .4rem .8rem; font-size: .88rem; color: var(--soft); text-decoration: none; }
.lineage li[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600; box-shadow: 0 0 0 1px var(--accent); }
.lineage a:hover { color: var(--ink); }

.progress { list-style: none; display: flex; padding: 0; margin: 0 0 1.7rem; }
.progress li { flex: 1; position: relative; padding-top: 1.35rem; font-size: .84rem; color: var(--soft); }
.progress li::before { content: ""; position: absolute; left: 0; right: 0; top: .42rem; height: 2px; background: var(--line); }
.progress li::after { content: ""; position: absolute; left: 0; top: .1rem; width: .72rem; height: .72rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--line); }
.progress .done { color: var(--ink); font-weight: 600; }
.progress .done::before { background: var(--accent); }
.progress .done::after { background: var(--accent); border-color: var(--accent); }
.progress .done:has(+ .ahead)::before, .progress li:last-child::before { background: linear-gradient(to right, var(--line), transparent); }
.progress .done:has(+ .ahead)::before { background: var(--line); }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 1.5rem; align-items: start; margin-bottom: 1.5rem; }
.panel form { margin: 0 0 .6rem; }
.panel form:has(.link) { margin-top: .9rem; }
.panel details { border-top: 1px solid var(--line); margin: .9rem 0; padding-top: .8rem; }
.panel .below { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .8rem; }
.panel .below p { margin: 0; }
.panel .below form { margin: .3rem 0 0; }
summary { cursor: pointer; font-size: .9rem; color: var(--soft); margin-bottom: .7rem; }
ul.plain { list-style: none; padding: 0; margin: 0 0 .8rem; }
dl { margin: 0; }
.facts summary { margin: 0; font-size: inherit; }
.facts dl div { display: grid; grid-template-columns: 5.4rem 1fr; gap: .8rem; padding: .34rem 0; font-size: .92rem; }
dt { color: var(--soft); } dd { margin: 0; }
.mailhead { margin: 1.2rem 0 1.6rem; font-size: .94rem; }
.mailhead div { display: grid; grid-template-columns: 5rem 1fr; padding: .12rem 0; }

.timeline { list-style: none; margin: 0 0 1rem; padding: 0; }
.timeline li { position: relative; padding: 0 0 1.25rem 1.7rem; }
.timeline li::before { content: ""; position: absolute; left: .34rem; top: 1.1rem; bottom: -.3rem; width: 2px; background: var(--line); }
.timeline li:last-child::before { content: none; }
.timeline li::after { content: ""; position: absolute; left: 0; top: .45rem; width: .8rem; height: .8rem; border-radius: 50%; background: var(--soft); border: 2px solid var(--card); box-shadow: 0 0 0 1px var(--line); }
.timeline .good::after { background: var(--good); } .timeline .warm::after { background: var(--warm); }
.timeline .bad::after { background: var(--bad); } .timeline .accent::after { background: var(--accent); }
.timeline .quiet::after { background: var(--card); }
.timeline p { margin: 0; }
.timeline .what { font-weight: 600; }
.timeline .what::first-letter { text-transform: uppercase; }
.timeline .quiet .what { font-weight: 500; }
.timeline .detail { font-size: .93rem; }
.timeline .when { font-size: .83rem; color: var(--soft); }

.answer { font-size: 1.1rem; overflow-wrap: anywhere; margin-bottom: 1.6rem; }
.chain { margin: 0; padding-left: 1.4rem; }
.chain li { margin-bottom: .8rem; } .chain li::marker { color: var(--soft); }
.chain p { margin: 0; overflow-wrap: anywhere; }
.narrowform { margin-bottom: 1.2rem; } .narrowform form { max-width: 24rem; margin-bottom: 1.4rem; }
h3 { font-size: .94rem; font-weight: 600; margin: 0 0 .5rem; }

.task { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 1rem 2rem; align-items: start; }
.task p:last-child { margin: 0; }
.held { background: var(--warm-wash); border: 1px solid color-mix(in srgb, var(--warm) 30%, transparent); border-radius: var(--radius); padding: 1.2rem 1.5rem; margin-bottom: 2rem; }
.held h2 { color: var(--warm); margin-bottom: .4rem; }
.held form { margin-top: .9rem; }
.welcome { text-align: center; padding-top: 4vh; }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1.5rem; text-align: left; margin-top: 2.2rem; }
.choices article { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.5rem; box-shadow: var(--shadow); display: flex; flex-direction: column; }
.choices p { flex: 1; color: var(--soft); }
iframe.mail { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 8px; background: #ffffff; }
pre.mail { white-space: pre-wrap; overflow-wrap: anywhere; }

@media (max-width: 52rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .side { order: -1; }
  .top .bar { gap: .3rem 1rem; padding-block: .6rem; }
  .top nav { order: 3; flex-basis: 100%; margin-left: -.7rem; }
  .who { margin-left: auto; }
  main { padding-top: 1.4rem; }
  h1 { font-size: 1.45rem; }
  .progress { overflow-x: auto; }
  .progress li { min-width: 5.2rem; }
  .list td, .list th { padding-inline: .8rem; }
  .task { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  .choose p { display: none; }
  .choose button { width: 100%; }
  .bar { padding: 0 1.1rem; }
  main { padding-inline: 1.1rem; }
  .who { font-size: .84rem; gap: .7rem; }
  .top nav { flex-wrap: wrap; gap: .1rem; margin-inline: -.5rem; }
  .top nav a { padding-inline: .5rem; }
  .list:is(.reminders, .history, .notices) { min-width: 0; }
  .list:is(.reminders, .history, .notices) thead { position: absolute; clip-path: inset(50%); }
  .list:is(.reminders, .history, .notices) tr { display: grid; grid-template-columns: auto minmax(0, auto); gap: .3rem .9rem; padding: .8rem 1rem; border-top: 1px solid var(--line); }
  .list:is(.reminders, .history, .notices) td { border: 0; padding: 0; width: auto; grid-column: 1 / -1; }
  .list:is(.reminders, .history, .notices) td:first-child { grid-area: 1 / 1; }
  .list:is(.reminders, .history, .notices) td:last-child { grid-area: 1 / 2; text-align: right; }
  .card .list.reminders tr { padding-inline: .6rem; }
  .list.stacked { display: block; min-width: 0; }
  .list.stacked thead { position: absolute; clip-path: inset(50%); }
  .list.stacked tbody { display: block; }
  .list.stacked tr {
    display: grid; grid-template: "choice customer stage" "choice product number" "choice lastday vendor" / auto minmax(0, 1fr) auto;
    gap: .15rem .9rem; padding: .8rem 1rem .8rem .4rem; border-top: 1px solid var(--line); align-items: baseline;
  }
  .list.stacked tbody tr:first-child { border-top: 0; }
  .list.stacked td { border: 0; padding: 0; }
  .list.stacked .choice { grid-area: choice; width: 1.6rem; padding-left: .5rem; }
  .list.stacked .customer { grid-area: customer; } .list.stacked .product { grid-area: product; } .list.stacked .lastday { grid-area: lastday; }
  .list.stacked .stage { grid-area: stage; justify-self: end; } .list.stacked .number { grid-area: number; } .list.stacked .vendor { grid-area: vendor; justify-self: end; color: var(--soft); font-size: .86rem; }
}
@media print { .top, .virtual, .panel, .tabs { display: none; } }
`;

export const styleAddress = addressOf('style.css', style);
