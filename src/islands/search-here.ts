import { dropNoise, loadDanger, loadSearchIndex, search } from '#domains/guide/search'

type Pack = { index: string; titles: { topic: string; audience: string; title: string; lang: string }[] }

/**
 * Searches on the device, with the same index and code as the server, when the page shown is the one kept for reading
 * offline: nothing of the query leaves the phone.
 */
export const startSearchHere = async (): Promise<void> => {
	const place = document.querySelector<HTMLElement>('[data-search-results]')
	const input = document.querySelector<HTMLInputElement>('#q')
	const query = new URLSearchParams(location.search).get('q') ?? ''
	if (!place || !input || query === '' || input.defaultValue === query) return
	input.value = query
	const locale = place.dataset.searchResults ?? 'ar'
	const [pack, danger] = await Promise.all([
		fetch(`/search-index/${locale}.json`).then((answer) => answer.json() as Promise<Pack>),
		fetch('/search-index/danger.json').then((answer) => answer.text()),
	])
	const index = loadSearchIndex(pack.index, loadDanger(danger))
	const answer = search(index, query)
	const { helpPanel, isSure } = answer
	const results = dropNoise(index, answer)
	const list = document.createElement('ul')
	list.dataset.foundHere = ''
	for (const { topic, audience } of results.slice(0, 8)) {
		const found = pack.titles.find((title) => title.topic === topic && title.audience === audience)
		if (!found) continue
		const link = document.createElement('a')
		link.href = `/${locale}/${audience}/${topic}`
		link.textContent = found.title
		link.lang = found.lang
		link.dir = 'auto'
		link.className = 'tap'
		list.append(document.createElement('li'))
		list.lastElementChild?.append(link)
	}
	if (results.length > 0) {
		for (const child of place.children) (child as HTMLElement).hidden = isSure
		place.prepend(list)
	}
	const panel = document.querySelector<HTMLElement>('[data-kept-panel]')
	if (panel) panel.hidden = !helpPanel
}
