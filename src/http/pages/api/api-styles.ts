/** What the description of the API needs beside the looks of all pages. */
export const API_STYLES = `
.passant-page .a-contents{display:grid;gap:1.4rem 2.4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.passant-page .a-contents ul{list-style:none;padding:0;display:grid;gap:.3rem;margin-top:.5rem;font-size:.95rem}
.passant-page .a-operations{display:grid;gap:1.4rem}
.passant-page .a-operation{display:grid;gap:.8rem;min-width:0;padding:1.2rem 1.35rem;background:var(--p-card);border:1px solid var(--p-border);border-radius:var(--p-radius);scroll-margin-top:1rem}
.passant-page .a-operation:target{border-color:var(--p-accent);box-shadow:0 0 0 1px var(--p-accent)}
.passant-page .a-operation h3 a{color:inherit;text-decoration:none}
.passant-page .a-operation h3 a:hover{text-decoration:underline}
.passant-page .a-address{display:flex;flex-wrap:wrap;gap:.4rem .7rem;align-items:center}
.passant-page .a-address code{overflow-wrap:anywhere}
.passant-page .a-method{padding:.1rem .55rem;border-radius:.4rem;background:var(--p-accent);color:var(--p-accent-text);font:650 .78rem/1.6 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.passant-page h4{margin:0 0 .45rem;font-size:.82rem;font-weight:600;color:var(--p-muted)}
.passant-page pre{margin:0;padding:.8rem 1rem;border-radius:calc(var(--p-radius)*.65);background:var(--p-wash);font:.86rem/1.55 ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.passant-page .a-fields{display:grid;gap:.6rem;font-size:.94rem}
.passant-page .a-fields>div{min-width:0;padding-left:.9rem;border-left:2px solid var(--p-border)}
.passant-page .a-fields dt{overflow-wrap:anywhere}
.passant-page .a-fields dt>code{font-weight:650}
.passant-page .a-fields dd{display:grid;gap:.5rem}
.passant-page .a-fields dd p{color:var(--p-muted)}
.passant-page .a-needed{font-size:.82rem;color:var(--p-accent)}
.passant-page summary{cursor:pointer;font-weight:600;padding-block:.2rem}
.passant-page details[open]>summary{margin-bottom:.6rem}
.passant-page .a-form{display:grid;gap:.7rem}
.passant-page .a-form>:first-child+*{margin-top:.2rem}
`;
