using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Connections;

namespace Portal.GraphQL.Transport.WebSockets;

internal sealed partial class SocketConnection
{
    private static readonly GraphQLError TooMany = new("This connection runs as many operations as it may: end one first.", HttpErrorCodes.TooManyOperations);

    private readonly ConcurrentDictionary<string, SocketOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SocketOperation, Task> _serving = new();
    private ConnectionScopes? _scopes;

    private async Task ReceiveAsync(ReadOnlyMemory<byte> utf8)
    {
        var message = SocketMessage.Parse(utf8);
        var kept = false;
        try
        {
            switch (message?.Type)
            {
                case "connection_init":
                    await InitialiseAsync(message);
                    break;
                case "ping":
                    await _writer.SendAsync(ServerMessages.Pong(message.Payload), _lifetime.Token);
                    break;
                case "pong":
                    break;
                case "subscribe" when _scopes is null:
                    Close(CloseCodes.Unauthorized, "Unauthorized");
                    break;
                case "subscribe":
                    kept = await SubscribeAsync(message);
                    break;
                case "complete" when message.Id is { } id:
                    if (_operations.TryRemove(id, out var ended))
                        ended.End();
                    break;
                default:
                    Close(CloseCodes.BadRequest, "Invalid message received");
                    break;
            }
        }
        finally
        {
            if (!kept)
                message?.Dispose();
        }
    }

    private async Task InitialiseAsync(SocketMessage message)
    {
        if (!_initialised.TrySetResult())
        {
            Close(CloseCodes.TooManyInitialisationRequests, "Too many initialisation requests");
            return;
        }
        if (message.Payload.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            Close(CloseCodes.BadRequest, "The payload of connection_init is an object");
            return;
        }
        var caller = await services.Authenticator.AuthenticateAsync(context, message.Payload, _lifetime.Token);
        if (caller is null || services.Options.RequireUser && caller.User.Identity is not { IsAuthenticated: true })
        {
            Close(CloseCodes.Forbidden, "Forbidden");
            return;
        }
        var scopes = new ConnectionScopes(caller, services.Authenticator, services.Scopes, services.Time)
        {
            CallerGone = () => Close(CloseCodes.Forbidden, "Forbidden: sign in again"),
        };
        if (!await scopes.CheckAsync(_lifetime.Token))
            return;
        await _writer.SendAsync(ServerMessages.Acknowledge(), _lifetime.Token);
        _scopes = scopes;
        _watching = WatchAsync(scopes);
    }

    /// <summary>Starts the operation; true when it keeps the message.</summary>
    private async Task<bool> SubscribeAsync(SocketMessage message)
    {
        GraphQLRequest request;
        try
        {
            if (message.Id is not { Length: > 0 } || message.Payload.ValueKind != JsonValueKind.Object)
                throw new RequestRefusal(0, ErrorCodes.BadRequest, "Invalid message received");
            request = services.Requests.Read(message.Payload, context.TraceIdentifier);
        }
        catch (RequestRefusal refusal)
        {
            Close(CloseCodes.BadRequest, refusal.Message);
            return false;
        }
        if (_operations.ContainsKey(message.Id))
        {
            Close(CloseCodes.SubscriberAlreadyExists, $"Subscriber for {message.Id} already exists");
            return false;
        }
        // Operations that were ended count until they are over: ending and starting is no way around the limit.
        if (_serving.Keys.Count(o => !o.IsOver) >= services.Options.MaxOperationsPerConnection)
        {
            await _writer.SendAsync(ServerMessages.Error(message.Id, [TooMany]), _lifetime.Token);
            return false;
        }
        var operation = new SocketOperation(message.Id, request, message, _lifetime.Token);
        _operations[message.Id] = operation;
        var over = new TaskCompletionSource();
        _serving[operation] = over.Task;
        _ = Task.Run(() => ServeAsync(operation, over));
        return true;
    }

    private async Task ServeAsync(SocketOperation operation, TaskCompletionSource over)
    {
        try
        {
            await foreach (var result in services.Executor.SubscribeAsync(operation.Request, _scopes!, operation.Ended))
            {
                using (result)
                {
                    if (result.IsExecuted)
                    {
                        await _writer.SendAsync(ServerMessages.Next(operation.Id, result), operation.Ended);
                        continue;
                    }
                    Release(operation);
                    await _writer.SendAsync(ServerMessages.Error(operation.Id, result.Errors), operation.Ended);
                    return;
                }
            }
            // Before the client can know: then it may use the id, and the place, again.
            Release(operation);
            await _writer.SendAsync(ServerMessages.Complete(operation.Id), operation.Ended);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client ended the operation, or is gone.
        }
        catch (SlowReaderException)
        {
            Close(CloseCodes.SlowReader, "Slow reader");
        }
        catch (Exception e)
        {
            LogFault(services.Logger, e);
            Close(CloseCodes.InternalServerError, "Internal server error");
        }
        finally
        {
            Release(operation);
            operation.End();
            _serving.TryRemove(operation, out _);
            operation.Dispose();
            over.SetResult();
        }
    }

    private void Release(SocketOperation operation)
    {
        Forget(operation);
        operation.IsOver = true;
    }

    private void Forget(SocketOperation operation) => _operations.TryRemove(new(operation.Id, operation));
}
