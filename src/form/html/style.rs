//! The style sheet of the page: black lines on white, as the form is printed. Color never carries information alone.

pub(super) const STYLE: &str = "\
:root{color-scheme:light;--line:#000;--bar:#d9e2ec;--head:#f2f2f2;font-family:'MS PGothic','Hiragino Kaku Gothic ProN','Noto Sans CJK JP','Noto Sans JP',sans-serif;line-height:1.5;line-break:strict}
*{box-sizing:border-box}
body{max-width:60rem;margin:0 auto;padding:1rem;color:#000;background:#fff;font-size:.9375rem}
h1{font-size:1.5rem;text-align:center;margin:2rem 0 .5rem}
.edition{text-align:right;margin:0 0 1.5rem}
nav{border:1px solid var(--line);padding:.5rem 1.5rem 1rem;margin:1.5rem 0}
nav h2{text-align:center;border:0;background:none;font-size:1.125rem}
nav ol{list-style:none;padding:0;margin:0}
nav li{padding:.25rem 0}
a{color:#00439c}
h2{font-size:1.125rem;margin:2rem 0 0;padding:.375rem .5rem;border:2px solid var(--line);background:var(--bar)}
h3{font-size:1rem;margin:.75rem 0 0;padding:.25rem .5rem;border:1px solid var(--line);border-top-width:2px;background:var(--bar)}
h4,h3.block,h3.group{font-size:1em;margin:-1px 0 0;padding:.25rem .5rem;border:1px solid var(--line);background:var(--head)}
h4.risk{margin-top:.5rem}
h3+h4.risk{margin-top:-1px}
h4.block,h3.block{border-top-width:2px}
table{width:100%;border-collapse:collapse;margin:-1px 0 0}
h2+table{margin-top:.75rem}
th,td,.alone,.above{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.whole{white-space:nowrap}
.alone,.above{margin-top:-1px;min-height:2.25em}
h2+.alone{margin-top:.75rem}
.above{background:var(--head)}
th[scope=row]{width:28%}
th{font-weight:normal;background:var(--head)}
th,h1,h2,h3,h4{word-break:auto-phrase}
tr.sub>th{padding-left:1.75rem}
tr.block>th,tr.block>td{border-top:2px solid var(--line);font-weight:bold}
p{margin:0}
td p,.alone p{white-space:pre-wrap;unicode-bidi:isolate;min-height:1.5em}
p.mark{margin-top:.25rem;border-left:.25rem solid #000;padding-left:.5rem;font-weight:bold}
.error,p.mark.error{border-left:.375rem double #a40000}
.warning,p.mark.warning{border-left:.25rem solid #7a4a00}
.note.mark,.findings .note{border-left:.25rem dotted #00439c}
.findings ol{margin:.5rem 0;padding-left:2.5rem}
.findings li{padding-left:.5rem;margin:.25rem 0}
.of{padding-left:1em}
.columns{columns:14em}
.line>div,.line>div>p:only-child{display:inline}
.note{padding:.25rem .5rem}
.choice{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center}
.chosen{display:inline-flex;justify-content:space-between;gap:.5rem;min-width:10em}
.chosen b{font-weight:bold;text-align:center}
.chosen::before{content:'['}
.chosen::after{content:']'}
.choices{flex:1 1 24.4em;font-size:.85em}
.below{flex-basis:100%}
.choices ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13.6em,100%),1fr));gap:0 .75em}
.choices li{padding-left:1.25em;text-indent:-1.25em}
.boxes{list-style:none;margin:0;padding:0;font-size:.95em;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19.3em,100%),1fr));gap:0 .5em}
.boxes li{padding-left:3.25em;text-indent:-3.25em}
.boxes .wide{grid-column:1/-1}
.beside,.beside p,.whole{display:inline}
.beside p+p:not(.of)::before,.beside .of+.of::before{content:'、'}
.beside p{min-height:0}
.columns p{break-inside:avoid}
.beside:empty::after{content:'　　'}
.groups{margin:0}
.groups dd{margin:0 0 .25rem 1rem}
.box{white-space:pre;margin-right:.25em;font-family:'MS Gothic','Noto Sans Mono CJK JP',monospace}
.need{font-size:.8125rem;border:1px dashed #000;padding:0 .375rem}
tr.beyond>th,tr.beyond>td,.alone.beyond{border-style:dashed}
tr.beyond>th{background:none;padding-left:1.75rem}
td>.beyond,.alone>.beyond{border-top:1px dashed var(--line);margin-top:.25rem}
.aside{border:1px solid;font-size:.75rem;padding:0 .25rem;margin-right:.25rem}
.cover h2{position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cover th,.cover td{text-align:center}
.cover th[scope=row],.cover th[scope=col]:first-child{width:22%}
.cover td{height:2.5rem;padding:.5rem;font-size:1.0625rem}
.cover td.running{text-align:left;font-size:inherit}
.cover th{background:var(--bar);font-weight:bold}
.changes{font-size:.75rem;table-layout:fixed}
.changes th{text-align:center;padding:.25rem 0}
[lang=en]{font-size:.8125em;display:block}
.choices [lang=en],.boxes [lang=en],.chosen [lang=en]{display:inline;margin-left:.25em}
figure{margin:0;overflow-x:auto}
svg{max-width:100%;height:auto}
footer{font-size:.75rem;text-align:right;margin-top:.5rem}
svg text{font-size:13px;font-family:inherit}
";

/// For paper and for narrow screens. Named pages (see `page.rs`) add the running title.
/// In a row that may be torn (`tall`), an unbreakable box as high as a quarter of a page lies under the first lines, so that the
/// row moves to the next page if less room is left.
/// The borders of cells are separate there, because a browser closes a cell that goes on over a page only then.
pub(super) const PRINT: &str = "\
@page{size:A4;margin:16mm 12mm 14mm;@bottom-center{content:counter(page) ' / ' counter(pages);font-size:8pt}@top-right{font-size:8pt}}
@media print{
body{max-width:none;padding:0 1px;font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
section{break-before:page}
section.cover{break-before:auto}
.findings{break-before:auto;break-after:page}
nav{break-inside:avoid}
nav+section{break-before:page}
h2{margin-top:1rem}
h3{margin-top:.5rem}
th,td,.alone,.above{padding:.15rem .5rem}
h2,h3,h4,.above{break-after:avoid}
tr,.alone,.choice,.boxes,figure{break-inside:avoid}
.boxes{font-size:.82em}
.tall,.tall .boxes,.lines{break-inside:auto}
.alone{box-decoration-break:clone}
table:not(.changes){border-collapse:separate;border-spacing:0;border:solid var(--line);border-width:1px 0 0;margin-bottom:1px}
table:not(.changes) :is(th,td){border-width:0 0 1px 1px}
table:not(.changes) :is(th,td):last-child{border-right-width:1px}
table:not(.changes),table:not(.changes) :is(th,td){box-decoration-break:clone}
tr.tall>th{background:var(--head) var(--again) no-repeat .5rem .15rem}
tr.tall>th>div{background:var(--head);min-height:var(--high)}
tr.tall>td::before,.alone.tall::before{content:'';display:block;height:66mm;margin-bottom:-66mm;contain:size;break-inside:avoid}
.tall p{orphans:4;widows:4}
.last-2 p:last-child,.last-3 p:nth-last-child(-n+2),.last-4 p:nth-last-child(-n+3),.lines>.line:nth-last-child(-n+3){break-before:avoid}
.lines>.line:nth-child(-n+9),p:has(+.of):not(.of){break-after:avoid}
.changes{font-size:8pt}
.changes tr.tall>td::before{height:60mm;margin-bottom:-60mm}
.changes td{padding:.2rem}
h2+.alone>div:empty,h2+.lines:not(:has(p)){min-height:150mm}
.changes tr:only-child:not(:has(p:not(:empty)))>td{height:120mm}
thead{display:table-header-group}
tr.block,tr.block+tr,:is(h3,h4).block+table tr:first-child{break-after:avoid}
.changes tr:nth-last-child(-n+3):not(:last-child){break-after:avoid}
p{orphans:2;widows:2}
a{color:inherit;text-decoration:none}
}
@media screen and (max-width:40rem){
body{padding:.5rem}
section:not(.cover)>table:not(.changes) :is(tbody,tr,th,td){display:block;width:auto}
section:not(.cover)>table:not(.changes) :is(th,td){min-height:2.25em;margin-bottom:-1px}
.cover th[scope=row],.cover th[scope=col]:first-child{width:6.5em}
}
@media screen and (max-width:56rem){
.changes,.changes tbody,.changes tr,.changes td{display:block;width:auto}
.changes thead,.changes colgroup{display:none}
.changes tr{border:1px solid var(--line);margin-bottom:.75rem}
.changes td{border-width:0 0 1px}
.changes td::before{display:block;font-weight:bold}
}
";
