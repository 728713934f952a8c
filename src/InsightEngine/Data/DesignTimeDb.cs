using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InsightEngine.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no server.</summary>
sealed class DesignTimeDb : IDesignTimeDbContextFactory<InsightDb>
{
    public InsightDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<InsightDb>();
        InsightDb.Configure(options, InsightDb.CreateSource("Host=localhost;Database=insight"));
        return new(options.Options);
    }
}
