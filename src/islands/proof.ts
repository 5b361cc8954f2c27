const countCookies = (): number => document.cookie.split(';').filter((cookie) => cookie.trim() !== '').length

const countStored = async (): Promise<number> => {
	const databases = 'databases' in indexedDB ? (await indexedDB.databases()).length : 0
	const kept = 'caches' in window ? (await caches.keys()).length : 0
	return localStorage.length + sessionStorage.length + databases + kept
}

/** The privacy page counts, on the visitor's own device, what this visit really asked for and left behind. */
export const startProof = (): void => {
	const proof = document.querySelector<HTMLElement>('[data-proof]')
	if (!proof) return
	const show = (name: string, count: number): void => {
		const cell = proof.querySelector(`[data-count="${name}"]`)
		if (cell) cell.textContent = String(count)
	}
	const count = async (): Promise<void> => {
		const requests = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
		const own = requests.filter(({ origin, protocol }) => origin === location.origin || protocol === 'data:')
		show('requests', requests.length - own.length)
		show('own', own.filter(({ protocol }) => protocol !== 'data:').length + 1)
		show('cookies', countCookies())
		show('storage', await countStored())
	}
	const again = proof.querySelector<HTMLButtonElement>('[data-count-again]')
	if (again) {
		again.hidden = false
		again.addEventListener('click', () => void count())
	}
	if (document.readyState === 'complete') void count()
	else addEventListener('load', () => void count())
}
