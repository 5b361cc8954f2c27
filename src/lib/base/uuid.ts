const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** True when a text is a UUID as the database writes it (RFC 9562: lower case, with hyphens), so that a query for it cannot fail. */
export const isUuid = (text: string): boolean => form.test(text)
