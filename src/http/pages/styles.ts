/**
 * The looks of the pages that visitors read: the dashboard's colours, each behind a `--passant-…` variable that the site may set.
 * Everything hangs below `.passant-page`, so that the same rules serve a whole page and a piece of another one.
 */

/** Light and dark, as `dashboard/styles/tokens.css` has them. */
const LIGHT = {
  ...{ background: '#fbfaf6', card: '#fffefb', text: '#1b2927', muted: '#55645f', border: '#e4e0d5', edge: '#8b958f' },
  ...{ accent: '#12564e', 'accent-text': '#fbfaf6', tint: '#dcebe6', wash: '#edf3ee' },
  ...{ mistake: '#9c2f1f', 'mistake-wash': '#fbece7' },
};
const DARK: typeof LIGHT = {
  ...{ background: '#111917', card: '#16201d', text: '#e8efec', muted: '#a3b4ae', border: '#2a3834', edge: '#6d7f79' },
  ...{ accent: '#8fd6c6', 'accent-text': '#0b2420', tint: '#21403a', wash: '#1b2c28' },
  ...{ mistake: '#f4a995', 'mistake-wash': '#38201b' },
};

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--p-${name}:var(--passant-${name},${colour})`)
    .join(';');
}

const TOKENS = `
.passant-page{color-scheme:light;${variables(LIGHT)};
--p-serif:var(--passant-heading-font,"Iowan Old Style","Palatino Linotype","URW Palladio L",P052,Palatino,"Book Antiqua","Source Serif 4","Noto Serif",Georgia,serif);
--p-sans:var(--passant-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif);
--p-radius:var(--passant-radius,14px)}
@media(prefers-color-scheme:dark){.passant-page:not([data-theme=light]){color-scheme:dark;${variables(DARK)}}}
.passant-page[data-theme=dark]{color-scheme:dark;${variables(DARK)}}
`;

const PIECES = `
.passant-page,.passant-page *{box-sizing:border-box}
.passant-page{color:var(--p-text);font:1rem/1.6 var(--p-sans);text-wrap:pretty;overflow-wrap:break-word}
.passant-page :is(h1,h2,h3,p,ul,dl,dd,table){margin:0}
.passant-page :is(h1,h2){font-family:var(--p-serif);font-weight:600;line-height:1.15;letter-spacing:-.01em;text-wrap:balance}
.passant-page h1{font-size:clamp(2.1rem,6vw,3.4rem)}
.passant-page h2{font-size:clamp(1.45rem,3.4vw,1.9rem)}
.passant-page h3{font-size:1rem;font-weight:650;line-height:1.35}
.passant-page a{color:var(--p-accent);text-underline-offset:.2em;text-decoration-thickness:.08em}
.passant-page code{font:.92em ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.passant-page :focus-visible{outline:3px solid var(--p-accent);outline-offset:3px;border-radius:4px}
.passant-page .p-eyebrow{font-size:.82rem;font-weight:650;letter-spacing:.08em;text-transform:uppercase;color:var(--p-accent)}
.passant-page .p-lead{max-width:44rem;font-size:1.12rem;color:var(--p-muted)}
.passant-page .p-quiet{color:var(--p-muted);font-size:.92rem}
.passant-page .p-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.passant-page section{display:grid;gap:1.1rem;padding-block:2.6rem;border-top:1px solid var(--p-border)}
.passant-page .p-prose{display:grid;gap:.9rem;max-width:44rem}
.passant-page .p-prose ul,.passant-page .p-list{padding-left:1.2rem;display:grid;gap:.45rem}
.passant-page .p-split{display:grid;gap:1.4rem 3rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
.passant-page .p-cards{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));list-style:none;padding:0}
.passant-page .p-card{display:grid;gap:.5rem;align-content:start;padding:1.15rem 1.25rem;background:var(--p-card);border:1px solid var(--p-border);border-radius:var(--p-radius)}
.passant-page .p-card p{color:var(--p-muted);font-size:.95rem}
.passant-page .p-badge{display:inline-block;width:fit-content;padding:.12rem .6rem;border-radius:99px;font-size:.8rem;font-weight:600;line-height:1.5;background:var(--p-tint);color:var(--p-text)}
.passant-page .p-badge.p-ask{background:none;box-shadow:inset 0 0 0 1.5px var(--p-edge)}
.passant-page .p-glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));border-block:1px solid var(--p-border)}
.passant-page .p-glance div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:1.1rem 1.4rem 1.1rem 0}
.passant-page .p-glance dd{font:600 2.2rem/1.1 var(--p-serif)}
.passant-page .p-glance dt{color:var(--p-muted);font-size:.92rem;line-height:1.4;margin-top:.25rem}
.passant-page .p-group{display:grid;gap:.7rem;align-content:start}
.passant-page section>.p-group+.p-group{margin-top:.9rem}
.passant-page .p-group>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .8rem}
.passant-page table{width:100%;table-layout:fixed;border-collapse:collapse;background:var(--p-card);font-size:.94rem;line-height:1.5}
.passant-page .p-table{border:1px solid var(--p-border);border-radius:var(--p-radius);overflow:hidden}
.passant-page :is(th,td){padding:.8rem 1rem;text-align:left;vertical-align:top;border-top:1px solid var(--p-border)}
.passant-page thead th{border-top:0;padding-block:.6rem;font-size:.82rem;font-weight:600;color:var(--p-muted);background:var(--p-wash)}
.passant-page thead th:nth-child(1){width:19%}
.passant-page thead th:nth-child(2){width:36%}
.passant-page thead th:nth-child(3){width:14%}
.passant-page thead th:nth-child(4){width:18%}
.passant-page tbody th{font-weight:600}
.passant-page td .p-badge{display:block;margin-top:.4rem}
.passant-page tbody th code{overflow-wrap:anywhere}
.passant-page tbody th small{display:block;margin-top:.2rem;font-size:.82rem;font-weight:400;color:var(--p-muted)}
.passant-page .p-actions{display:flex;flex-wrap:wrap;gap:.7rem;align-items:center}
.passant-page .p-button{display:inline-flex;align-items:center;min-height:2.9rem;padding:.5rem 1.15rem;border:1.5px solid var(--p-accent);border-radius:calc(var(--p-radius)*.65);background:var(--p-accent);color:var(--p-accent-text);font:600 1rem/1.3 var(--p-sans);text-decoration:none;cursor:pointer}
.passant-page .p-button:hover{filter:brightness(1.12)}
.passant-page .p-button.p-plain{background:none;color:var(--p-accent)}
.passant-page .p-button.p-plain:hover{background:var(--p-wash);filter:none}
.passant-page .p-button.p-grave{border-color:var(--p-mistake);background:none;color:var(--p-mistake)}
.passant-page .p-button.p-grave:hover{background:var(--p-mistake-wash);filter:none}
.passant-page .p-notice{padding:1rem 1.25rem;border-radius:var(--p-radius);background:var(--p-tint);font-weight:550}
.passant-page .p-notice.p-wrong{background:var(--p-mistake-wash);color:var(--p-mistake)}
.passant-page .p-panel{display:grid;gap:1.3rem;padding:clamp(1.1rem,3.5vw,2rem);background:var(--p-card);border:1px solid var(--p-border);border-radius:var(--p-radius);box-shadow:0 1px 2px rgb(28 43 42/5%),0 12px 32px -16px rgb(28 43 42/22%)}
.passant-page .p-state{display:flex;gap:.75rem;align-items:baseline}
.passant-page .p-state::before{content:"";flex:none;width:.7rem;height:.7rem;border-radius:50%;background:var(--p-edge)}
.passant-page .p-state.p-on::before{background:var(--p-accent)}
.passant-page .p-rights{display:grid;gap:0}
.passant-page .p-right{display:grid;gap:.5rem 2rem;grid-template-columns:minmax(0,1fr) auto;align-items:center;padding-block:1.1rem;border-top:1px solid var(--p-border)}
.passant-page .p-right>div{display:grid;gap:.15rem}
.passant-page .p-right p{color:var(--p-muted);font-size:.95rem;max-width:40rem}
.passant-page .p-right form,.passant-page .p-right details{justify-self:end}
.passant-page .p-right details[open]{grid-column:1/-1;justify-self:stretch;display:grid;gap:.8rem;padding:1rem 1.2rem;border-radius:var(--p-radius);background:var(--p-mistake-wash)}
.passant-page .p-right details[open] p{color:var(--p-text)}
.passant-page .p-right details[open] form{margin-top:.8rem}
.passant-page .p-panel>details>form{margin-top:1.1rem}
.passant-page .p-right summary{list-style:none;width:fit-content}
.passant-page .p-right summary::-webkit-details-marker{display:none}
.passant-page .p-right details[open]>summary{display:none}
.passant-page .p-field{display:grid;gap:.35rem;max-width:30rem}
.passant-page .p-field label{font-weight:600}
.passant-page .p-field input{width:100%;min-height:2.9rem;padding:.5rem .8rem;border:1.5px solid var(--p-edge);border-radius:calc(var(--p-radius)*.65);background:var(--p-background);color:var(--p-text);font:1rem/1.4 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.passant-page .p-facts{display:grid;grid-template-columns:minmax(9rem,14rem) minmax(0,1fr);gap:.7rem 1.6rem;max-width:56rem}
.passant-page .p-facts dt{font-weight:600}
.passant-page .p-facts dd{color:var(--p-muted)}
.passant-page .p-visits{display:grid;gap:.6rem;list-style:none;padding:0}
.passant-page .p-visits details{border:1px solid var(--p-border);border-radius:calc(var(--p-radius)*.65);padding:.7rem 1rem}
.passant-page .p-visits summary{cursor:pointer;font-weight:600}
.passant-page .p-visits summary small{font-weight:400;color:var(--p-muted)}
.passant-page .p-visits ul{margin-top:.6rem;padding-left:1.2rem;font-size:.92rem}
@media(min-width:62rem){
.passant-page .p-beside{grid-template-columns:minmax(12rem,17rem) minmax(0,1fr);column-gap:3.5rem}
.passant-page .p-beside>:not(h2){grid-column:2}
}
@media(max-width:44rem){
.passant-page .p-cards{grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),1fr))}
.passant-page .p-card{padding:.9rem 1rem}
.passant-page .p-glance div{padding-block:.7rem;flex-direction:row-reverse;align-items:baseline;gap:.8rem}
.passant-page .p-glance dd{font-size:1.6rem;min-width:1.6rem}
.passant-page :is(table,tbody,tr,th,td){display:block}
.passant-page thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.passant-page tbody tr{display:grid;grid-template-columns:1fr 1fr;gap:.7rem 1rem;padding:1rem 1.1rem;border-top:1px solid var(--p-border)}
.passant-page tbody :is(th,td:nth-child(2)){grid-column:1/-1}
.passant-page tbody tr:first-child{border-top:0}
.passant-page tbody :is(th,td){padding:0;border:0;min-width:0;overflow-wrap:anywhere}
.passant-page tbody td::before{content:attr(data-label);display:block;font-size:.82rem;font-weight:600;color:var(--p-muted)}
.passant-page .p-right{grid-template-columns:1fr}
.passant-page .p-right form,.passant-page .p-right details{justify-self:start}
.passant-page .p-facts{grid-template-columns:1fr;gap:.15rem}
.passant-page .p-facts dd{margin-bottom:.8rem}
}
@media print{
.passant-page{--p-background:#fff;--p-card:#fff;--p-text:#000;--p-muted:#333;--p-border:#bbb;--p-wash:#fff;--p-tint:#fff;--p-accent:#000;font-size:10.5pt}
.passant-page section{padding-block:1.2rem;break-inside:auto}
.passant-page :is(tr,.p-card,.p-group>header){break-inside:avoid}
.passant-page :is(h2,h3){break-after:avoid}
.passant-page .p-badge{box-shadow:inset 0 0 0 1px #777}
.passant-page .p-screen{display:none}
.passant-page .p-panel{box-shadow:none}
}
`;

const WHOLE = `
html{background:var(--p-background)}
body{margin:0}
.p-shell{max-width:76rem;margin-inline:auto;padding:clamp(1.4rem,4vw,3rem) clamp(1rem,3.5vw,2.5rem) 4rem}
.p-skip{position:absolute;left:-999rem}
.p-skip:focus{position:fixed;left:1rem;top:1rem;padding:.6rem 1rem;background:var(--p-card);z-index:1}
.p-top{display:flex;justify-content:space-between;gap:1rem;align-items:center;font-size:.95rem;margin-bottom:clamp(2rem,6vw,4.2rem)}
.p-top ul{display:flex;gap:1.1rem;list-style:none;margin:0;padding:0}
.p-top [aria-current]{color:var(--p-text);font-weight:600;text-decoration:none}
.p-trail{height:.5rem;max-width:15rem;margin-block:1.6rem 0;background:radial-gradient(circle,var(--p-accent) .16rem,transparent .18rem) 0/1.25rem .5rem repeat-x;opacity:.55}
.p-head{display:grid;gap:.9rem;padding-bottom:2.4rem}
.p-foot{padding-top:1.6rem;border-top:1px solid var(--p-border);display:grid;gap:.5rem}
@page{margin:16mm}
`;

const EMBEDDED = 'html,body{margin:0;background:none}';

/** For a whole page. */
export const PAGE_STYLES = TOKENS + PIECES + WHOLE;
/** For a page inside a frame: no background of its own. */
export const FRAME_STYLES = TOKENS + PIECES + EMBEDDED;
/** For a piece of markup inside somebody else's page. */
export const FRAGMENT_STYLES = TOKENS + PIECES;
