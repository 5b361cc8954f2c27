import { readDocuments, readLexicon } from '../tests/support/search-content.ts'
import { readQueries } from '../tests/support/search-score.ts'
import { createSearchIndex } from '../src/lib/domains/guide/search-index.ts'
import { getSaid, isSaid } from '../src/lib/domains/guide/search-audience.ts'
const index = createSearchIndex(readDocuments('ar'), readLexicon())
for (const q of readQueries()) if (q.set==='dev' && q.helpPanel===false) { const said=getSaid(q.q); const t=index.triggers.filter(p=>isSaid(p,said)); if (t.length) console.log(q.q,JSON.stringify(t)) }
