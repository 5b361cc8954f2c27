/** The first 16 bytes as a UUID is written. */
export const formatUuid = (bytes: Buffer): string => {
	const digits = bytes.toString('hex', 0, 16)
	return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}
