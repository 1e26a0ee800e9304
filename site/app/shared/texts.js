/** What every page says on which staff sign in: the way in and out, questions in dialogs, what went wrong. */
import { words } from './words.js';

export const texts = {
  ...words,
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  showAll: { vi: 'Xem tất cả', en: 'See all' },
  signInTitle: { vi: 'Xin đăng nhập', en: 'Please sign in' },
  signInHere: { vi: 'Đăng nhập trên máy thử này', en: 'Sign in on this test machine' },
  signedIn: { vi: 'Tôi đã đăng nhập', en: 'I have signed in' },
  sessionEnded: { vi: 'Phiên làm việc đã hết. Xin đăng nhập ở thẻ khác rồi bấm lại. Những gì đã nhập vẫn còn ở đây.', en: 'Your session has ended. Sign in in another tab, then press again. What you typed is still here.' },
  unreachableTitle: { vi: 'Chưa kết nối được với máy chủ', en: 'The service cannot be reached' },
  notStored: { vi: 'Chưa gửi được. Những gì đã nhập vẫn còn ở đây; xin bấm lại.', en: 'Not sent. What you typed is still here; press again.' },
};
