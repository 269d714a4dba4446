/** The page's own style: A4, one type scale, nothing newer than Chromium 114 prints. */
export const pageStyle = `
@page { size: A4; margin: 20mm; }
* { box-sizing: border-box; }
body { font: 400 10.5pt/1.45 Inter, sans-serif; color: #1F1D1B; margin: 0 auto; max-width: 170mm; overflow-wrap: break-word; font-feature-settings: 'tnum'; }
.marking { text-align: center; font-weight: 600; letter-spacing: 0.04em; border-bottom: 1px solid #1F1D1B; padding: 4px 0; margin-bottom: 14px; }
h1 { font-size: 21pt; line-height: 1.2; margin: 18px 0 4px; }
h2 { font-size: 15pt; line-height: 1.25; margin: 0 0 10px; padding-bottom: 4px; border-bottom: 2px solid #3D2C8D; break-after: avoid; }
.lead { font-size: 12pt; color: #57524D; margin: 0 0 16px; }
section { margin-top: 26px; }
section.contents { margin-top: 16px; }
.contents h2 { margin-bottom: 6px; }
section.page { break-before: page; margin-top: 0; }
p { margin: 0 0 9px; }
ul { margin: 0 0 10px; padding-left: 18px; }
li { margin-bottom: 4px; }
/* Room for the mark of an item that runs from right to left. */
li[dir] { margin-inline-start: 24px; }
nav ol { list-style: none; padding: 0; margin: 0; font-size: 9pt; line-height: 1.15; }
nav li { display: flex; justify-content: space-between; border-bottom: 1px dotted #BDB6AF; padding: 0.5px 0; margin: 0; }
nav a { color: inherit; text-decoration: none; flex: 1; }
nav .page-number { min-width: 22px; text-align: right; margin-left: 10px; }
nav .state { color: #57524D; font-size: 9pt; }
table { width: 100%;  border-collapse: collapse; font-size: 9pt; line-height: 1.3; margin: 4px 0 14px; }
caption, figcaption { text-align: left; font-size: 8.8pt; color: #57524D; line-height: 1.35; padding: 0 0 5px; }
thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
caption { break-inside: avoid; break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
th { text-align: start; font-weight: 600; border-bottom: 1.5px solid #57524D; padding: 3px 6px 3px 0; vertical-align: bottom; }
td { border-bottom: 1px solid #E1DCD7; padding: 3px 6px 3px 0; vertical-align: top; overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; }
tr { break-inside: avoid; }
/* An inline block is never broken; break-inside on a table leaves pages half empty in Chromium 114. */
.short { display: inline-block; width: 100%; vertical-align: top; }
td:first-child { overflow-wrap: normal; min-width: 62px; }
td:last-child { min-width: 56px; }
/* A word that cannot be broken would shrink every page of the print. */
td.long, th.long { overflow-wrap: anywhere; }
th.number, td.number { text-align: right; overflow-wrap: normal; white-space: nowrap; }
th.number, .wide td.number { white-space: normal; }
.wide { font-size: 8.4pt; }
.wide td:first-child { min-width: 74px; }
figure { margin: 6px 0 16px; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; }
figcaption { padding: 5px 0 0; }
.finding { border: 1px solid #3D2C8D; border-left: 5px solid #3D2C8D; padding: 5px 10px; margin: 0 0 6px; break-inside: avoid; }
.finding strong { color: #3D2C8D; }
.recommendation { border: 1px solid #1F1D1B; border-left: 5px solid #1F1D1B; padding: 5px 10px; margin: 0 0 9px; break-inside: avoid; }
.recommendation small { display: block; color: #57524D; }
.finding > p, .recommendation > p { display: inline; }
.standing > span:first-child { font-weight: 600; border: 1px solid #57524D; border-radius: 3px; padding: 0 4px; font-size: 8.8pt; }
.standing.gap > span:first-child { border-style: dashed; }
.finding small { display: block; color: #57524D; }
.warning { border: 1px solid #9A2A00; border-left: 5px solid #9A2A00; padding: 7px 10px; margin: 0 0 12px; font-weight: 600; break-inside: avoid; }
/* On a screen no page ends where a section begins. */
@media screen { body { padding: 0 12px 40px; } section.page { margin-top: 44px; } }
.later { color: #57524D; }
`;
