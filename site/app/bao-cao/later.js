/** What nobody needs before the first figure is typed: fetched after the first screen stands. */
import { addScreens } from './screen.js';
import { conflictScreen } from './conflict.js';
import { historyScreen } from './history.js';
import { phoneScreen } from './phone.js';
import { receiptScreen } from './receipt.js';
import { reviewScreen } from './review.js';

export { flush } from './sending.js';

addScreens({
  conflict: conflictScreen,
  history: historyScreen,
  phone: phoneScreen,
  receipt: receiptScreen,
  review: reviewScreen,
});
