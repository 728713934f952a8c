namespace InsightEngine.Evaluation.Bench;

/// <summary>This process's memory (not the database's) at its highest during the import of one company and of ten times as much.</summary>
static class MemoryBench
{
    const double Megabyte = 1 << 20;
    const int Times = 10, Rounds = 1;
    static readonly TimeSpan Often = TimeSpan.FromMilliseconds(25);
    static readonly BenchGoal Goal = BenchGoal.NoMore(1.2);

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        await using var database = await BenchDatabase.StartAsync(new RandomEmbedder(), ct);
        await PeakAsync(database, "warm-up", 1, WorkingSet, ct);
        List<double> workingOfOne = [], workingOfTen = [], liveOfOne = [], liveOfTen = [];
        for (var round = 0; round < Rounds; round++)
        {
            workingOfOne.Add(await PeakAsync(database, $"working-one-{round}", 1, WorkingSet, ct));
            workingOfTen.Add(await PeakAsync(database, $"working-ten-{round}", Times, WorkingSet, ct));
            liveOfOne.Add(await PeakAsync(database, $"live-one-{round}", 1, Live, ct));
            liveOfTen.Add(await PeakAsync(database, $"live-ten-{round}", Times, Live, ct));
        }
        return
        [
            BenchResult.Of("working set, ten times the size against one", [.. workingOfTen.Zip(workingOfOne, (ten, one) => ten / one)], "×", Goal),
            BenchResult.Of("live objects, ten times the size against one", [.. liveOfTen.Zip(liveOfOne, (ten, one) => ten / one)], "×", Goal),
            BenchResult.Of("working set, one company", workingOfOne, "MB"),
            BenchResult.Of("working set, ten", workingOfTen, "MB"),
            BenchResult.Of("live objects, one company", liveOfOne, "MB"),
            BenchResult.Of("live objects, ten", liveOfTen, "MB"),
        ];
    }

    static long WorkingSet() => Environment.WorkingSet;

    /// <summary>Collects each time it is asked, so it is asked in an import of its own.</summary>
    static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    static async Task<double> PeakAsync(BenchDatabase database, string tenant, int copies, Func<long> measure, CancellationToken ct)
    {
        await database.CreateTenantAsync(tenant, ct);
        // On disk, as an upload is never wholly in memory.
        await using var zip = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        using (var made = FixtureCompany.Zip(copies))
            await made.CopyToAsync(zip, ct);
        zip.Position = 0;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var peak = PeakAsync(measure, done.Token);
        await database.ImportAsync(tenant, zip, ct);
        await done.CancelAsync();
        return await peak / Megabyte;
    }

    static async Task<double> PeakAsync(Func<long> measure, CancellationToken done)
    {
        var peak = measure();
        using var timer = new PeriodicTimer(Often);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
                peak = Math.Max(peak, measure());
        }
        catch (OperationCanceledException)
        {
            // The import has ended.
        }
        return peak;
    }
}
