# The api and the pages it serves: built once, then run by a user who can write nothing.
FROM node:20-bookworm-slim AS build
WORKDIR /veille
COPY . .
# Never `npm ci`: it refuses a lock that lacks other platforms' binaries.
RUN npm install --no-audit --no-fund && npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
WORKDIR /veille
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /veille/package.json ./
COPY --from=build /veille/node_modules ./node_modules
COPY --from=build /veille/libs ./libs
COPY --from=build /veille/apps ./apps
COPY --from=build /veille/launch ./launch
USER node
EXPOSE 3000
CMD ["node", "launch/serve.mjs"]
