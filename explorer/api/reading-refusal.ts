import { sharedState, useShared } from '../shared-state.js';
import type { ApiError } from './api-error.js';

const state = sharedState<ApiError | null>(null);

/** Why nothing can be read: for want of a token, or of one that holds; `null` while all can. */
export const useReadingRefusal = (): ApiError | null => useShared(state);

export const refuseReading = (error: ApiError): void => state.set(error);

/** Somebody gave another token, or took away the one that doesn't hold. */
export const allowReading = (): void => state.set(null);
