// The dev server forwards the api's addresses; API_URL names another api than the one of `npm run dev`.
const target = process.env.API_URL ?? 'http://127.0.0.1:4300';

export default {
  '/api': { target, changeOrigin: false },
  '/problems': { target, changeOrigin: false },
};
