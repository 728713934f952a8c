using System.Net;
using System.Net.Sockets;
using System.Text;
using InsightEngine.IntegrationTests.Harness;

namespace InsightEngine.IntegrationTests.Hosting;

/// <summary>What only the real server, as a process, shows.</summary>
public sealed class HostProcessTests
{
    [Fact]
    public async Task It_does_not_start_as_a_role_that_no_wall_binds_and_says_what_to_do()
    {
        var database = await TestPostgres.CopyAsync();
        using var host = await HostProcess.StartAsync(database.Superuser, database.Owner);
        Assert.Null(host.Client);
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("'postgres' of ConnectionStrings__Insight is a superuser", host.Output);
        Assert.DoesNotContain("   at ", host.Output);
    }

    [Fact]
    public async Task It_refuses_what_is_too_large_before_reading_it_and_what_has_nul_in_its_address_and_ends_when_asked()
    {
        var database = await TestPostgres.CopyAsync();
        using var host = await HostProcess.StartAsync(database.App, database.Owner, ("Role", "api"));
        using var made = await host.CallerWith(Service.OperatorKey).PostAsync("/v1/tenants", Json.Body(new { id = "t", name = "T" }));
        var key = (await made.JsonAsync(HttpStatusCode.Created)).Text("key");

        Assert.StartsWith("HTTP/1.1 413", await AnswerTo($"POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Type: application/zip\r\nContent-Length: 300000000\r\n\r\nPK"));
        Assert.StartsWith("HTTP/1.1 413", await AnswerTo($"PUT /v1/conversations/T1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: 30000000\r\n\r\n{{"));
        Assert.StartsWith("HTTP/1.1 400", await AnswerTo($"GET /v1/imports/%00 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n"));
        Assert.Equal(0L, (await database.ReadAsync<long>("select count(*) from imports")).Single());
        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health/ready"));

        Assert.InRange(await host.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(0, host.ExitCode);

        async Task<string> AnswerTo(string request)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            var buffer = new byte[4096];
            var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            return Encoding.ASCII.GetString(buffer, 0, read);
        }
    }
}
