import { error } from '@sveltejs/kit'

export const load = (): never => error(404, 'page.not-found')
