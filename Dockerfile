# Concord's web server, for a database and a realtime server of your own (see compose.yaml).
FROM node:22-bookworm-slim AS build
WORKDIR /concord
COPY package.json package-lock.json ./
COPY patches ./patches
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CONCORD_DATA=/data
WORKDIR /concord
COPY --from=build --chown=node:node /concord ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1))"
CMD ["node", "scripts/start.mjs"]
