# The site and nginx: docker build -t leaklab . && docker run -p 8080:80 leaklab
# Under a sub-path the page for 404 and the root in deploy/nginx.conf have to be set as that file says.
FROM node:24-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /leaklab
COPY . .
ARG LEAKLAB_BASE=/
ARG LEAKLAB_SITE=
RUN npm ci && npm run build

FROM nginx:1.28
COPY --from=build /leaklab/dist /srv/leaklab
COPY deploy/nginx.conf /etc/nginx/conf.d/default.conf
