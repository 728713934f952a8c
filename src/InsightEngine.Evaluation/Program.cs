using InsightEngine.Evaluation.Commitments;
using Spectre.Console.Cli;

var app = new CommandApp();
app.Configure(commands =>
{
    commands.SetApplicationName("evaluate");
    commands.AddCommand<CommitmentsCommand>("commitments").WithDescription("How often a promise's day and maker are read right, and whether the open ones are listed");
});
return await app.RunAsync(args);
