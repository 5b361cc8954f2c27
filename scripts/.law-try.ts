import { readdirSync, readFileSync } from 'node:fs'
import { buildLibrary } from '#domains/guide'
import { buildLaw } from '#domains/law'
const read=(dir:string,end:RegExp)=>new Map((readdirSync(dir,{recursive:true}) as string[]).filter(f=>end.test(f)).map(f=>[`${dir}/${f}`,readFileSync(`${dir}/${f}`,'utf8')]))
const lib=buildLibrary(new Map([...read('content/topics',/(md|yaml)$/),...read('content/help',/yaml$/),...read('content/country',/yaml$/),['content/terms.yaml',readFileSync('content/terms.yaml','utf8')],['content/sources.yaml',readFileSync('content/sources.yaml','utf8')]] as [string,string][]))
for(let i=0;i<3;i++){const t=performance.now(); try{ const law=buildLaw(read('content/law',/yaml$/),lib); console.log(law.instruments.length,law.provisions.length,law.mappings.length,law.situations.length,law.sources.length,law.versions.length)}catch(e:any){ console.log(e.message.split('\n').slice(0,80).join('\n'), e.message.split('\n').length, e.stack.split('\n').slice(-3)); } console.log(performance.now()-t)}
