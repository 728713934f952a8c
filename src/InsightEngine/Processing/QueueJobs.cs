using Hangfire;

namespace InsightEngine.Processing;

/// <summary>Asks for jobs. Their arguments are ids, never words. What is lost here is found again by <see cref="Sweep"/>.</summary>
public sealed class QueueJobs(IBackgroundJobClient jobs)
{
    public void EvidenceReceived(string tenantId) => jobs.Enqueue<ProcessEvidence>(job => job.RunAsync(tenantId, CancellationToken.None));

    /// <summary>The import, and then two workers for what it brought in.</summary>
    public void ImportReceived(string tenantId, string importId)
    {
        var import = jobs.Enqueue<ProcessImport>(job => job.RunAsync(tenantId, importId, CancellationToken.None));
        jobs.ContinueJobWith<ProcessEvidence>(import, job => job.RunAsync(tenantId, CancellationToken.None));
        jobs.ContinueJobWith<ProcessEvidence>(import, job => job.RunAsync(tenantId, CancellationToken.None));
    }
}
