import { parse } from 'yaml'
import fs from 'node:fs'
const I=fs.readdirSync('content/law/instruments').map(f=>parse(fs.readFileSync('content/law/instruments/'+f,'utf8')))
for(const i of I) console.log(i.id,'|',i.kind,'|',i.number,'|',i.name.fr,'|',i.name.ar,'|',i.name.en)
for(const f of fs.readdirSync('content/law/provisions')){const p=parse(fs.readFileSync('content/law/provisions/'+f,'utf8')); console.log(f,p.map((x:any)=>x.article+(x.variant?'~'+x.variant:'')).join(' '))}
