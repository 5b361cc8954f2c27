import { error } from '@sveltejs/kit'

const hasStatus = (cause: unknown): boolean =>
	typeof cause === 'object' && cause !== null && 'status' in cause && typeof cause.status === 'number'

/**
 * Has a form that cannot be read (no boundary, cut in the middle, bytes of something else) answered with 400 and the page that
 * helps: it came so, and is no fault of ours. What has a status of its own, as a body that is too long, keeps it.
 */
export const expectForm = (request: Request): void => {
	const read = request.formData.bind(request)
	request.formData = async () => {
		try {
			return await read()
		} catch (cause) {
			if (hasStatus(cause)) throw cause
			error(400, 'form.unreadable')
		}
	}
}
