import { readDocuments, readLexicon } from '/work/main/tests/support/search-content.ts'
import { readQueries, getScore } from '/work/main/tests/support/search-score.ts'
import { createSearchIndex, loadSearchIndex, toSearchJson } from '/work/main/src/lib/domains/guide/search-index.ts'
import { search } from '/work/main/src/lib/domains/guide/search.ts'
import { brotliCompressSync } from 'node:zlib'
const verbose = process.argv.includes('-v')
const lexicon = readLexicon()
const queries = readQueries()
for (const lang of ['ar','fr','en','zgh'] as const) {
 const docs = readDocuments(lang)
 if (docs.length===0) { console.log(lang,'none'); continue }
 const index0 = createSearchIndex(docs, lexicon)
 const json = toSearchJson(index0)
 const t0=performance.now(); const index = loadSearchIndex(json); const t1=performance.now()
 console.log(lang, docs.length, 'raw', json.length, 'br', brotliCompressSync(json).length, 'load ms', (t1-t0).toFixed(0), 'phrases br', brotliCompressSync(JSON.stringify(JSON.parse(json).phrases)).length)
 for (const set of ['lexicon','dev','held']) {
  const qs = queries.filter(q=>q.set===set)
  const s = getScore(qs,index,lexicon, undefined, (q,a,k)=>{ if (verbose && lang===(process.env.L??'ar')) console.log('  ',k,'|',q.lang,'|',q.q,'|',q.topics.join(),'→',a.results.slice(0,4).map(r=>r.topic+':'+r.score.toFixed(2)).join(' ')) })
  console.log('  ',set, s.queries, 's@1',(s.first*100).toFixed(1),'s@3',(s.third*100).toFixed(1),'recall',(s.recall*100).toFixed(1),'fa',(s.falseAlarms*100).toFixed(1))
 }
 const lat=[]; for (const q of queries) { const a=performance.now(); search(index,q.q); lat.push(performance.now()-a)}; lat.sort((a,b)=>a-b); console.log('   p50',lat[lat.length>>1].toFixed(2),'p95',lat[Math.floor(lat.length*.95)].toFixed(2))
}
