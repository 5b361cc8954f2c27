const T = { fw:0.12,beta:0.9,unk:2,ph:0.35,b2:0.3,b3:0.2,pur:0.25,size:0.5,st:0.55,st2:0.25,loose:0.55,page:0.35,panel:0.7 } as Record<string,number>
;(globalThis as any).__t = T
const { readDocuments, readLexicon } = await import('../../tests/support/search-content.ts')
const { readQueries } = await import('../../tests/support/search-score.ts')
const { createSearchIndex } = await import('./search-index.ts')
const { search } = await import('./search.ts')
const docs = { ar: readDocuments('ar'), fr: readDocuments('fr') }
const lexicon = readLexicon() as any
const dev = readQueries().filter(q=>q.set==='dev')
const ids = [...new Set(docs.ar.map(d=>d.topic))]
let seed=7; const rnd=()=> (seed=(seed*1103515245+12345)&0x7fffffff)/0x7fffffff
// one fold: hold out 12% of phrases of page topics
const out:{q:string,topics:string[]}[]=[]
const sub = structuredClone(lexicon)
for (const t of ids) for (const g of sub.topics[t].phrases) { if (g.source.startsWith('darija')) continue; g.words=g.words.filter((w:string)=>{ if (String(w).split(' ').length>=3 && rnd()<0.13) { out.push({q:String(w),topics:[t]}); return false } return true }) }
const evalSet=(index:any,qs:{q:string,topics:string[]}[])=>{ let a=0,b=0; for (const q of qs){ const r=search(index,q.q).results.map((x:any)=>x.topic); const p=r.findIndex((t:string)=>q.topics.includes(t)); if(p===0)a++; if(p>=0&&p<3)b++ } return [a/qs.length,b/qs.length] }
const score=()=>{ const full=createSearchIndex(docs.ar,lexicon), part=createSearchIndex(docs.fr,sub); const d=evalSet(full,dev), l=evalSet(part,out); return {d,l,obj:d[0]!*.5+d[1]!+l[0]!*.5+l[1]!} }
console.log(out.length); let best=score(); console.log(JSON.stringify(best))
const grid:Record<string,number[]>={beta:[0.5,1.4,2],ph:[0.2,0.5],unk:[1,3.5],b2:[0.15,0.5],pur:[0.1,0.5,0.8],size:[0.25,0.75],fw:[0.06,0.25],page:[0.15,0.6,1],loose:[0.4],st2:[0.15,0.35]}
for (let round=0;round<2;round++) for (const k in grid) for (const v of grid[k]!) { const old=T[k]!; if (v===old) continue; T[k]=v; const s=score(); if (s.obj>best.obj+0.0005) { best=s; console.log('KEEP',k,v,JSON.stringify(s)) } else { T[k]=old; if(round===0) console.log('  ',k,v,s.obj.toFixed(4),JSON.stringify(s.l),JSON.stringify(s.d)) } }
console.log(T)
