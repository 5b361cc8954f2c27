/**
 * The small script that helps where a page already works without it: leaving quickly, listening, reading offline, the
 * privacy proof, stories. Each island looks for its own elements and does nothing where there are none.
 */
import { startEverywhere } from './everywhere.ts'
import { startOffline } from './offline.ts'
import { startPlay } from './play.ts'
import { startProof } from './proof.ts'

startEverywhere()
startOffline()
startPlay()
startProof()
// Only the search page kept for reading offline has this panel: one from the network holds its answer already.
if (document.querySelector('[data-kept-panel]') && new URLSearchParams(location.search).get('q'))
	void import('./search-here.ts').then(({ startSearchHere }) => startSearchHere())
