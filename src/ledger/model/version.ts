/** Raised when the rules change what the same cells come to, so that nothing kept under older rules still holds. */
export const rulesVersion = 4;
