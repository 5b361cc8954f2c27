import type { Words } from '#ui/words'
import type { Board } from '../board.ts'

/** The first sentence of the scoreboard: of all that was promised, what became of it. */
export const sayFirst = (
	words: Words,
	{ counts, silentSince }: Pick<Board, 'counts' | 'silentSince'>,
): string => {
	const { t } = words
	const clauses = [
		t('scoreboard.first.done', { n: counts.done }),
		t('scoreboard.first.begun', { n: counts.begun }),
		t('scoreboard.first.late', { n: counts.late }),
		t('scoreboard.first.silent', { n: counts.silent, day: words.date(silentSince) }),
		...(counts.dropped > 0 ? [t('scoreboard.first.dropped', { n: counts.dropped })] : []),
	].join(words.language === 'ar' ? '، ' : ', ')
	return `${t('scoreboard.first', { n: counts.actions })} ${clauses}.`
}
