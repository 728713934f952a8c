using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

// Each class has a host and a database of its own; more at once would only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestFramework("InsightEngine.IntegrationTests.Harness.Run", "InsightEngine.IntegrationTests")]

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>A run of all tests, which stops the server that they shared.</summary>
public sealed class Run(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await TestPostgres.StopAsync();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
