using System.Runtime.InteropServices;
using InsightEngine.Evaluation.Bench;
using InsightEngine.Evaluation.Commitments;
using InsightEngine.Evaluation.Retrieval;
using InsightEngine.Evaluation.Signals;
using Spectre.Console.Cli;

var app = new CommandApp();
app.Configure(commands =>
{
    commands.SetApplicationName("evaluate");
    commands.AddCommand<RetrievalCommand>("retrieval").WithDescription("How well search finds the parts of a meeting that answer a question");
    commands.AddCommand<BenchCommand>("bench").WithDescription("How fast the parts of the engine are, each as a share of what it is built on");
    commands.AddCommand<CommitmentsCommand>("commitments").WithDescription("How often a promise's day and maker are read right, and whether the open ones are listed");
    commands.AddCommand<TrainCommand>("train").WithDescription("Makes the models of signals from labelled talks");
    commands.AddCommand<ScoreSignalsCommand>("score-signals").WithDescription("How well signals are read in companies that the models have not seen");
});
// Stopped early, a command still takes down what it started, such as a database.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await app.RunAsync(args, stop.Token);
