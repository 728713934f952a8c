# The service: `api`, `worker` or both in one process, by the setting Role.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Directory.Build.props src/
COPY src/InsightEngine/InsightEngine.csproj src/InsightEngine/
COPY src/InsightEngine.Api/InsightEngine.Api.csproj src/InsightEngine.Api/
RUN dotnet restore src/InsightEngine.Api
COPY src/InsightEngine src/InsightEngine
COPY src/InsightEngine.Api src/InsightEngine.Api
COPY models models
COPY evaluation/fixtures/harborlight evaluation/fixtures/harborlight
RUN dotnet publish src/InsightEngine.Api --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# LightGBM's native library needs OpenMP.
RUN apt-get update && apt-get install --yes --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
USER app
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "InsightEngine.Api.dll"]
