/** How the readable page of an export looks, on a screen and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin-block: 0 0.25rem; line-height: 1.2; }
.lead { font-size: 1.25rem; margin-block: 0 1rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.5rem; margin: 0; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
dt { font-weight: 600; }
@media (max-width: 40rem) {
  .facts { display: block; }
  .facts dd { margin-block-end: 0.5rem; }
}
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-block: 0.5rem; }
th, td { border-block-end: 1px solid #8884; padding-block: 0.3rem; padding-inline: 0 0.8rem; text-align: start; vertical-align: top; }
.number { text-align: end; }
td.number, td.short { white-space: nowrap; }
.long { overflow-wrap: anywhere; }
tfoot { display: table-row-group; font-weight: 600; }
.scroll { overflow-x: auto; }
details { border-block-end: 1px solid #8884; }
summary { cursor: pointer; padding-block: 0.5rem; }
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; }
  body { margin: 0; max-width: none; padding: 0; font-size: 9pt; }
  .scroll { overflow: visible; }
  table { line-height: 1.3; }
  th, td { padding-block: 0.15rem; }
  tr, dt, summary { break-inside: avoid; }
  dt { break-after: avoid; }
  h1, h2, caption { break-after: avoid; }
}
`;
